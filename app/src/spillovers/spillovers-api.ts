/** What more of one sector brings to all, for programs: by the table that comes with the project, or by one that is sent. */
import { Type } from 'typebox'
import { HASH, oneOf, orNull, text } from '../kernel/field-schemas.ts'
import { type Route, route, uploadRoute } from '../kernel/route.ts'
import type { IncreaseAsked } from './read-increase.ts'
import { LAYOUTS } from './read-input-output.ts'
import type { SpilloverShelf } from './spillover-shelf.ts'
import type { SpilloverRefusal } from './spillovers-problems.ts'
import { SENT_LIMITS } from './table-limits.ts'
import { solveSent, workOut } from './work-out-spillover.ts'

const MULTIPLIERS = Type.Object({
  output: Type.Number(),
  value_added: Type.Number(),
  imports: Type.Number(),
  /** Persons; null where the table does not say how many work. */
  employment: orNull(Type.Number()),
})

const BROUGHT = Type.Object({ output: Type.Array(Type.Number()), together: MULTIPLIERS })

const SPILLOVER = Type.Object({
  table: Type.Object({
    name: Type.String(),
    hash: HASH,
    layout: oneOf(...LAYOUTS),
    country: orNull(Type.String()),
    unit: Type.String(),
    provenance: Type.Object({ en: Type.String(), ur: Type.String() }),
  }),
  sectors: Type.Array(
    Type.Object({
      sector: Type.String(),
      type_one: MULTIPLIERS,
      type_two: orNull(MULTIPLIERS),
      backward: Type.Number(),
      forward: Type.Number(),
    }),
  ),
  increase: orNull(
    Type.Object({
      sector: Type.String(),
      amount: Type.Number(),
      into: orNull(Type.String()),
      type_one: BROUGHT,
      type_two: orNull(BROUGHT),
    }),
  ),
})

const ASKED = {
  sector: Type.Optional(text(200, 0)),
  /** In the unit of the table: `1250.5`. */
  amount: Type.Optional(text(30, 0)),
  /** The sector that imported so much until now; left out for more of final demand. */
  into: Type.Optional(text(200, 0)),
}

function asked({ sector = '', amount = '', into = '' }: Partial<IncreaseAsked>): IncreaseAsked {
  return { sector, amount, into }
}

export function spilloversRoutes(shelf: SpilloverShelf): readonly Route<SpilloverRefusal>[] {
  return [
    route({
      method: 'GET',
      url: '/api/spillover',
      command: 'work_out_spillover',
      summary: 'What more of one sector brings to all others, by the input-output table that comes with the project',
      query: Type.Object(ASKED),
      done: SPILLOVER,
      run: async ({ query }) => workOut(await shelf(), asked(query)),
    }),
    uploadRoute({
      method: 'POST',
      url: '/api/spillover',
      command: 'work_out_spillover',
      // Nothing of it is kept.
      keyless: true,
      summary: 'The same by an input-output table that is sent, CSV or XLSX: square, of OECD ICIO or of ADB MRIO',
      upload: {
        media_type: 'text/csv',
        largest: SENT_LIMITS.bytes,
        others: {
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': Type.Unsafe<Uint8Array>({
            type: 'string',
            format: 'binary',
          }),
        },
      },
      query: Type.Object({ ...ASKED, name: text(200), country: Type.Optional(text(10, 0)) }),
      done: SPILLOVER,
      run: async ({ query, body }) => {
        const solved = await solveSent({ bytes: body, name: query.name, country: query.country ?? '' })
        return 'refused' in solved ? solved : workOut(solved.done, asked(query))
      },
    }),
  ]
}
