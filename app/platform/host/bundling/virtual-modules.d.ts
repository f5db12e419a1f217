declare module 'virtual:enhancement-script' {
  /** The address of the script that betters pages without Remix's client. */
  const address: string;
  export default address;
}

declare module 'virtual:remix/server-build' {
  import type { ServerBuild } from '@remix-run/node';
  const build: ServerBuild;
  export = build;
}
