import { serveComputing } from '../src/engine/computing/serveComputing';

serveComputing();
