import { pathToFileURL } from 'node:url';
import { inject } from 'vitest';
import { useWorkerFile } from '../markdown.server.ts';

useWorkerFile(pathToFileURL(inject('markdownWorker')));
