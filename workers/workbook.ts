import { serveWorkbook } from '../src/engine/importing/serveWorkbook';

serveWorkbook();
