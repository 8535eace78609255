/** What a firm may say of each, as the interface takes it. */
import { Type } from 'typebox'
import { DAY, oneOf, orNull, text } from '../../kernel/field-schemas.ts'

const DAYS = { from_on: DAY, until_on: orNull(DAY) }

export const CONTENT = {
  site: Type.Object({
    name: text(200),
    address: text(300, 5),
    district: text(100),
    locode: orNull(Type.String({ pattern: '^[A-Z]{2}[A-Z2-9]{3}$' })),
    makes: text(500),
    ...DAYS,
  }),
  contact: Type.Object({
    name: text(200),
    role: text(100),
    email: Type.String({ pattern: '^[^\\s@]+@[^\\s@]+\\.[^\\s@]+$', minLength: 5, maxLength: 254 }),
    phone: Type.String({ pattern: '^\\+?[0-9 ()-]{5,30}$' }),
    ...DAYS,
  }),
  brand: Type.Object({
    brand: text(100),
    owner: text(200),
    basis: oneOf('own', 'contract'),
    contract: orNull(text(300)),
    ...DAYS,
  }),
  owner: Type.Object({
    name: text(200),
    country: Type.String({ pattern: '^[A-Z]{2}$' }),
    share_percent: Type.String({ pattern: '^(?:100(?:\\.0{1,6})?|\\d{1,2}(?:\\.\\d{1,6})?)$' }),
    ...DAYS,
  }),
} as const

export const STATED = Type.Union([
  Type.Object({ kind: Type.Literal('site'), content: CONTENT.site }),
  Type.Object({ kind: Type.Literal('contact'), content: CONTENT.contact }),
  Type.Object({ kind: Type.Literal('brand'), content: CONTENT.brand }),
  Type.Object({ kind: Type.Literal('owner'), content: CONTENT.owner }),
])
