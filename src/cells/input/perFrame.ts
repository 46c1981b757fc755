/** Acts at most once a frame, on the newest of what came: a pointer moves more often than the page is painted. */
export function createPerFrame<T>(act: (value: T) => void, { request = requestAnimationFrame } = {}) {
  let newest: { value: T } | undefined;
  return (value: T): void => {
    const isAsked = newest !== undefined;
    newest = { value };
    if (isAsked) return;
    request(() => {
      const { value: last } = newest!;
      newest = undefined;
      act(last);
    });
  };
}
