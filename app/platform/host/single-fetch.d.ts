import '@remix-run/server-runtime';

declare module '@remix-run/server-runtime' {
  /** As in remix.config.js: loaders' and actions' data reach their pages with their types whole, dates included. */
  interface Future {
    v3_singleFetch: true;
  }
}
