/** An amount without its currency, with at most two decimals: `5000`, `84.50`. */
export const AMOUNT = '^\\d{1,18}(\\.\\d{1,2})?$'
