/** Periods and days are read where declarations are; rules take them from here. */
export { addDays, addMonths } from '../declarations/days.js';
export { daysOf } from '../declarations/periods.js';
