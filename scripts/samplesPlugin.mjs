import { createReadStream, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../samples/', import.meta.url));
const isSample = (name) => /\.(csv|json)$/.test(name);

/** Serves the sample files beside the page, and puts them into a build. */
export function samplesPlugin() {
  return {
    name: 'quire-samples',
    configureServer(server) {
      server.middlewares.use('/samples', (request, response, next) => {
        const name = basename(request.url ?? '');
        if (!isSample(name) || !readdirSync(folder).includes(name)) return next();
        createReadStream(join(folder, name)).pipe(response);
      });
    },
    generateBundle() {
      for (const name of readdirSync(folder).filter(isSample)) {
        this.emitFile({
          type: 'asset',
          fileName: `samples/${name}`,
          source: readFileSync(join(folder, name)),
        });
      }
    },
  };
}
