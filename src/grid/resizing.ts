import { followResize } from './resize';
import type { createWidths } from './widths';

export interface ResizingOptions {
  widths: ReturnType<typeof createWidths>;
  toName(column: number): string;
  /** What is known of a column's texts. */
  toTexts(column: number): string[];
  onResize(name: string, width: number): void;
}

/** How wide columns are, as a person sets it: by keys, by dragging an edge, or as their texts need it. */
export function createResizing({ widths, toName, toTexts, onResize }: ResizingOptions) {
  return {
    by(column: number, by: number): void {
      onResize(toName(column), widths.set(column, widths.widthOf(column) + by));
    },
    drag(column: number, event: PointerEvent): void {
      event.stopPropagation();
      followResize(event, {
        width: widths.widthOf(column),
        onWidth: (width) => void widths.set(column, width),
        onEnd: () => onResize(toName(column), widths.widthOf(column)),
      });
    },
    fit(column: number): void {
      onResize(toName(column), widths.fit(column, toTexts(column)));
    },
  };
}
