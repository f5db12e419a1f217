/**
 * The one home of the Remix plugin's options; vite.config.ts hands them to the plugin.
 *
 * @type {import("@remix-run/dev").VitePluginConfig}
 */
export default {
  appDirectory: 'app',
  ignoredRouteFiles: ['**/*.test.{ts,tsx}', '**/*.server.test.{ts,tsx}', '**/.*'],
  future: {
    v3_fetcherPersist: true,
    // Members' pages would ask the server for the routes behind their links, each page anew, instead of a file that is kept (docs/decisions/111).
    v3_lazyRouteDiscovery: false,
    v3_relativeSplatPath: true,
    v3_routeConfig: false,
    v3_singleFetch: true,
    v3_throwAbortReason: true,
  },
};
