/** The browser's own dialog in which files are chosen. Held as long as the page, because a browser may clear away an input that nobody holds while its dialog is open. */
export function createPicker(): (
  onFiles: (files: File[]) => void,
  options?: { multiple?: boolean; folder?: boolean },
) => void {
  const input = document.createElement('input');
  input.type = 'file';
  return (onFiles, { multiple = true, folder = false } = {}) => {
    input.multiple = multiple;
    input.webkitdirectory = folder;
    input.onchange = () => onFiles([...(input.files ?? [])]);
    // so that the same file can be chosen again
    input.value = '';
    input.click();
  };
}
