/** Forms in which charts leave as pictures. In a file of its own, so that the rest comes with the first that leaves. */
export type PictureFormat = 'svg' | 'png';

export const isPictureFormat = (format: string): format is PictureFormat =>
  format === 'svg' || format === 'png';
