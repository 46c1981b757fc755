/** What was dropped, with the files of its folders. Asked of the drop itself at once, for afterwards it says nothing any more. */
export async function readDropped(data: DataTransfer): Promise<File[]> {
  const entries = [...data.items].flatMap((item) => item.webkitGetAsEntry?.() ?? []);
  const files = [...data.files];
  if (!entries.some(({ isDirectory }) => isDirectory)) return files;
  return (await Promise.all(entries.map(readEntry))).flat().filter((file) => !isHidden(file.name));
}

/** The files of a folder that was chosen, without those that systems put there for themselves. */
export function toVisible(files: Iterable<File>): File[] {
  return [...files].filter((file) => !isHidden(file.name));
}

function isHidden(name: string): boolean {
  return /^\.|^~\$|^(thumbs\.db|desktop\.ini)$/i.test(name);
}

async function readEntry(entry: FileSystemEntry): Promise<File[]> {
  if (entry.isFile) {
    return [await new Promise<File>((done, fail) => (entry as FileSystemFileEntry).file(done, fail))];
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const files: File[] = [];
  for (;;) {
    // a hundred at a time, until there are none
    const some = await new Promise<FileSystemEntry[]>((done, fail) => reader.readEntries(done, fail));
    if (some.length === 0) return files;
    files.push(...(await Promise.all(some.map(readEntry))).flat());
  }
}
