/** Which field a refusal is about. */
export const CONTROLS = {
  record_period: 'until_on',
  contract_missing: 'contract',
  country_unknown: 'country',
  share_empty: 'share_percent',
  shares_exceed: 'share_percent',
}
