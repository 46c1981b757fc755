/** How many days there are in each on average. */
export const daysIn = { day: 1, week: 7, month: 365.25 / 12, year: 365.25 } as const;
