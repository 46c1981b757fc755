import type { WorkbookJson } from '../../workbook/serialize';

/** What tabs that show one workbook say to each other. */
export type Message =
  /** A tab looks on: whoever writes sends what it has. */
  | { say: 'hello' }
  | { say: 'changed'; claim: number; change: number; json: WorkbookJson }
  /** A tab wants to write. */
  | { say: 'let-go'; from: string }
  /** All is saved; the tab that asked may take the lock. */
  | { say: 'gone'; to: string }
  /** A tab that shows the list gave it another title. */
  | { say: 'rename'; title: string };

export interface Channel<T> {
  post(message: T): void;
  close(): void;
}

export type OpenChannel = <T>(name: string, onMessage: (message: T) => void) => Channel<T>;

export function openBroadcast<T>(name: string, onMessage: (message: T) => void): Channel<T> {
  const channel = new BroadcastChannel(name);
  channel.onmessage = ({ data }: MessageEvent<T>) => onMessage(data);
  return { post: (message) => channel.postMessage(message), close: () => channel.close() };
}
