/** What decides how long the files of returns are kept, and all the SQL that asks for it. */
import { sql } from 'kysely'
import type { Handle } from '../kernel/database.ts'

export interface FileOfReturn {
  readonly document_id: string
  readonly manufacturer_id: string
}

interface Due {
  /** The last that was looked at. */
  readonly after: string
  readonly uploaded_before: string
  /** Filed for a period that begins in it or earlier. */
  readonly calendar_year: number
}

const IS_FILED = sql`exists (
  select from return_events e where e.return_id = v.return_id and e.version = v.version and e.kind = 'filed'
)`

/** No file that may go is missing; of those that are here, some may not. */
export async function filesPerhapsDue(
  handle: Handle,
  { after, uploaded_before, calendar_year }: Due,
  limit: number,
): Promise<readonly FileOfReturn[]> {
  const { rows } = await sql<FileOfReturn>`
    select distinct on (d.id) d.id as document_id, r.manufacturer_id
    from documents d join return_versions v on v.document_id = d.id join returns r on r.id = v.return_id
    where d.destroyed_on is null and d.id > ${after} and v.uploaded_at < ${uploaded_before}
      and (left(r.period, 4)::integer <= ${calendar_year} or not ${IS_FILED})
    order by d.id
    limit ${limit}
  `.execute(handle)
  return rows
}

export interface VersionOfFile {
  readonly return_id: string
  readonly version: number
  readonly manufacturer_id: string
  readonly programme: string
  readonly kind: string
  readonly period: string
  readonly release_id: string
  readonly uploaded_at: string
  readonly is_filed: boolean
}

export async function versionsOfFile(handle: Handle, document_id: string): Promise<readonly VersionOfFile[]> {
  const { rows } = await sql<VersionOfFile>`
    select v.return_id, v.version, r.manufacturer_id, r.programme, r.kind, r.period, v.release_id, v.uploaded_at, ${IS_FILED} as is_filed
    from return_versions v join returns r on r.id = v.return_id
    where v.document_id = ${document_id}
    order by v.return_id, v.version
  `.execute(handle)
  return rows
}

/** Years of the firm under the programme with an uncured notice, an appeal that is not over, or a determination on which nobody has decided. */
export async function yearsHeld(
  handle: Handle,
  { manufacturer_id, programme }: Pick<VersionOfFile, 'manufacturer_id' | 'programme'>,
): Promise<readonly string[]> {
  const { rows } = await sql<{ readonly year: string }>`
    select distinct d.year
    from determinations d left join determination_events e on e.determination_id = d.id left join notices n on n.determination_id = d.id
    where d.manufacturer_id = ${manufacturer_id} and d.programme = ${programme}
      and (
        e.determination_id is null
        or (n.id is not null and not exists (select from notice_events c where c.notice_id = n.id and c.kind = 'cured'))
        or exists (
          select from appeals a
          where a.determination_id = d.id and not exists (
            select from appeal_events o where o.appeal_id = a.id and o.kind in ('discarded', 'withdrawn', 'out_of_time', 'decided')
          )
        )
      )
  `.execute(handle)
  return rows.map(({ year }) => year)
}
