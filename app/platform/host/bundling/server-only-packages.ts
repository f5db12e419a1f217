import type { Plugin } from 'vite';

/** Forms are checked by the server alone: no page brings the package that checks them. */
const SERVER_ONLY = '/node_modules/zod/';

/**
 * Refuses a client build that holds a package of the server's. What pages and schemas share (limits, names of fields, choices) stands
 * in modules of its own, which pages take it from.
 */
export function serverOnlyPackages(): Plugin {
  return {
    name: 'server-only-packages',
    apply: (_config, { command, isSsrBuild }) => command === 'build' && isSsrBuild !== true,
    generateBundle(_options, bundle) {
      const modules = Object.values(bundle).flatMap((chunk) =>
        chunk.type === 'chunk' ? Object.keys(chunk.modules) : [],
      );
      if (!modules.some((id) => id.includes(SERVER_ONLY))) return;
      const by = modules.filter(
        (id) =>
          !id.includes(SERVER_ONLY) && this.getModuleInfo(id)?.importedIds.some((each) => each.includes(SERVER_ONLY)),
      );
      this.error(`Pages would bring a package of the server's, by ${by.join(', ')}`);
    },
  };
}
