import { serveExport } from '../src/export/tables/serveExport';

serveExport();
