import { chown, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unprivilegedUser } from '#prisma/testing/postgres-server.ts';
import { freePort } from '#search/testing/free-port.ts';
import { isListening, run, type Running } from '../running.ts';

/**
 * nginx as docs/operations.md has it, before forums on these ports. A form may be sent once more to another instance, when the one that had it
 * went away without an answer: it carries a key, so it is done once.
 */
export async function startProxy(
  folder: string,
  { program, ports }: { program: string; ports: readonly number[] },
): Promise<{ port: number; nginx: Running }> {
  const own = join(folder, 'nginx');
  await mkdir(own);
  const as = await unprivilegedUser();
  if (as) await chown(own, as.uid, as.gid);
  const port = await freePort();
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${own}/${name};`,
  );
  await writeFile(
    join(own, 'nginx.conf'),
    `daemon off;
pid ${own}/nginx.pid;
error_log stderr error;
worker_processes 1;
events { worker_connections 512; }
http {
  access_log off;
  ${temporary.join('\n  ')}
  upstream forum {
    least_conn;
    ${ports.map((one) => `server 127.0.0.1:${one} max_fails=0;`).join('\n    ')}
    keepalive 32;
  }
  server {
    listen 127.0.0.1:${port};
    location / {
      proxy_pass http://forum;
      proxy_http_version 1.1;
      proxy_set_header Connection "";
      proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
      proxy_next_upstream error timeout non_idempotent;
    }
  }
}
`,
  );
  const nginx = await run(program, ['-p', own, '-c', join(own, 'nginx.conf'), '-e', 'stderr'], {
    isReady: () => isListening(port),
    as,
    cwd: own,
  });
  return { port, nginx };
}
