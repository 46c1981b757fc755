import series from './series.json';

/** Series of R 4.2's package datasets, which are published data: `readSeries('AirPassengers')`. */
export function readSeries(name: keyof typeof series): Float64Array {
  return Float64Array.from(series[name].values);
}
