/** The field in which the form of a split asks to whom a licence passes. */
export function licenceField(number: string): string {
  return `to_${number.replace('-', '_')}`
}

/** The number of the licence that a field is about. */
export function licenceOfField(name: string): string | undefined {
  return /^to_((?:IL|MA)_\d{6,12})$/.exec(name)?.[1]?.replace('_', '-')
}
