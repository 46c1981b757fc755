import type { Compressors } from 'hyparquet/src/types.js';
import { compressors, decompressLz4Raw, decompressZstd } from 'hyparquet-compressors';

/** What unpacks the pages of Parquet files and the buffers of Arrow files. The only door to the package. */
export const codecs: Compressors = compressors;
export { decompressLz4Raw, decompressZstd };
