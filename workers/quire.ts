import { serveQuire } from '../src/export/serveQuire';

serveQuire();
