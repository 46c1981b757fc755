import { afterEach } from 'vitest';
import { beginFile, leavePages } from './harness';

beginFile();
afterEach(({ task }) => leavePages(task.result?.state === 'fail'));
