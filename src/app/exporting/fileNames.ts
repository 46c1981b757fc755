import { toFileName } from '../sharing/fileName';

/** What stands for what in the template of a file's name. */
export interface NameParts {
  name: string;
  workbook: string;
  now: Date;
  /** The values of the workbook's inputs, by which its rows are often filtered. */
  inputs: Readonly<Record<string, string>>;
}

/** `{name} {date}` → `orders 2026-11-22`. What stands for nothing stays as it is. */
export function fillTemplate(template: string, { name, workbook, now, inputs }: NameParts): string {
  const two = (part: number) => String(part).padStart(2, '0');
  const known: Record<string, string> = {
    ...inputs,
    name,
    workbook,
    date: `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`,
    time: `${two(now.getHours())}-${two(now.getMinutes())}`,
  };
  return template.replace(/\{([^{}]+)\}/g, (whole, key: string) =>
    Object.hasOwn(known, key) ? known[key]! : whole,
  );
}

/** The names of files, none of them twice. */
export function toFileNames(names: readonly string[], ending: string): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    let free = toFileName(name, ending);
    for (let k = 2; taken.has(free.toLowerCase()); k++) free = toFileName(`${name} ${k}`, ending);
    taken.add(free.toLowerCase());
    return free;
  });
}
