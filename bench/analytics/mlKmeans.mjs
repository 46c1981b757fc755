import { kmeans } from 'ml-kmeans';

/**
 * k-means as it is had from npm, of the same columns; its rows are arrays, which are made before anything is timed.
 * @param {Float64Array[]} columns @param {number} count
 */
export function createMlKmeans(columns, count) {
  const rows = Array.from(columns[0], (_, row) => columns.map((column) => column[row]));
  return () => {
    const { clusters, centroids } = kmeans(rows, count, { initialization: 'kmeans++', seed: 1 });
    let inertia = 0;
    for (let row = 0; row < rows.length; row++) {
      const [point, centre] = [rows[row], centroids[clusters[row]]];
      for (let at = 0; at < point.length; at++) inertia += (point[at] - centre[at]) ** 2;
    }
    return inertia;
  };
}
