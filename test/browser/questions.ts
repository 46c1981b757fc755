import type { Page } from 'playwright-core';

/** Ahead of Quire: keeps what the page asks its workers, and which of it is not answered yet. */
export function listen(): void {
  const asked: string[] = [];
  const open = new Set<unknown>();
  Object.assign(window, { asked, open });
  const heard = new WeakSet<EventTarget>();
  for (const { prototype } of [Worker, MessagePort]) {
    const { postMessage } = prototype;
    prototype.postMessage = function (this: EventTarget, message: Message, ...rest: unknown[]) {
      asked.push(JSON.stringify(message) ?? '');
      // an answer to what a worker has asked has a number, too
      if (message?.type === 'APPLY') open.add(message.id);
      if (!heard.has(this))
        this.addEventListener('message', (event) => open.delete((event as MessageEvent).data?.id));
      heard.add(this);
      return Reflect.apply(postMessage, this, [message, ...rest]);
    };
  }
}

/** As Comlink sends it. */
interface Message {
  id?: string;
  type?: string;
}

interface Listening {
  asked: string[];
  open: Set<unknown>;
}

/** Waits until all is answered and what follows of it is asked and answered, too, by the clock of the page. */
export function settle(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const { asked, open } = window as unknown as Listening;
    for (let calm = 0, before = -1; calm < 4; before = asked.length) {
      await new Promise((done) => setTimeout(done, 150));
      calm = open.size === 0 && asked.length === before ? calm + 1 : 0;
    }
  });
}

/** How many questions had these words in them. */
export function countQuestions(page: Page, words: string): Promise<number> {
  return page.evaluate((words) => {
    const { asked } = window as unknown as Listening;
    return asked.filter((message) => message.includes(words)).length;
  }, words);
}
