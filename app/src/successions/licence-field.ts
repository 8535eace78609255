/** The field in which a form asks to whom a licence passes. */
export function licenceField(number: string): string {
  return `to_${number.replace('-', '_')}`
}
