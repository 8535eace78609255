/** Undefined where no country has these letters. */
export function countryName(country: string, language: string): string | undefined {
  return new Intl.DisplayNames([language], { type: 'region', fallback: 'none' }).of(country)
}
