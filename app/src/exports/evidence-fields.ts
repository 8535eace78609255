/** What customs says of an export, as schemas, for programs and forms alike. */
import { Type } from 'typebox'
import { AMOUNT, DAY, text } from '../kernel/field-schemas.ts'

export const MARKET_CODE = Type.String({ pattern: '^[A-Z]{2}$' })

export const EVIDENCE_FIELDS = {
  /** Of the firm, in the company registry. */
  exporter: text(40),
  goods_declaration: Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9 ./_-]{0,39}$' }),
  model: text(200),
  market: MARKET_CODE,
  fob_usd: AMOUNT,
  exported_on: DAY,
}
