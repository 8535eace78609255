/** The first line of a sheet is row 3 of the workbook that is made of it, and errors name rows as the workbook does. */
export const FIRST_ROW = 3
