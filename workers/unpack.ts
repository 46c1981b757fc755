import { serveUnpacking } from '../src/engine/importing/unpacking';

serveUnpacking();
