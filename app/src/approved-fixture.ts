/** Determinations that are in the tables as approved, made up: how they come about has tests of its own. */
import { randomUUID } from 'node:crypto'
import type { Determination } from './determinations/determination.ts'
import type { TestThread } from './thread-fixture.ts'

interface Approved {
  readonly number: string
  readonly maker: string
  readonly kind: 'sanction' | 'restoration'
  /** `withdraw concession`, `restrict import_licence 60%`. */
  readonly effects: readonly string[]
  readonly follows?: string | undefined
  /** The power is another authority's. */
  readonly recommends?: boolean
  /** Of one year a later sanction takes the place of the one before. */
  readonly year?: string
}

export async function approvedAlready(
  thread: Pick<TestThread, 'made'>,
  { number, maker, kind, effects, follows = randomUUID(), recommends = false, year = '2026-27' }: Approved,
): Promise<Determination> {
  const findings = effects.map((effect) => {
    const [verb = '', noun = '', value = 'true'] = effect.split(' ')
    const power = recommends ? null : { authority: { en: 'Board', ur: 'بورڈ' }, clause: null }
    const said = { label: null, summary: null, clause: null, value, from: null, power }
    return { finding: `${verb}_${noun}`, kind: 'sanction' as const, effect: { verb, noun }, ...said }
  })
  const [id, assessment_id, release_id] = [randomUUID(), randomUUID(), randomUUID()]
  const [prepared_at, prepared_by] = ['2026-08-02T06:00:00.000Z', 'officer']
  const [programme, subject, reasons] = ['bicycles', '{}', 'The target was missed.']
  await thread.made.tamper(`set session_replication_role = replica;
    insert into determinations (id, number, kind, manufacturer_id, programme, year, assessment_id, rehearsal, subject, findings, reasons, follows,
      prepared_at, prepared_by, release_id) values ('${id}', '${number}', '${kind}', '${maker}', '${programme}', '${year}', '${assessment_id}', false,
      '${subject}', '${JSON.stringify(findings)}', '${reasons}', '${follows}', '${prepared_at}', '${prepared_by}', '${release_id}');
    insert into determination_events values ('${id}', '${maker}', 'approved', null, 'sha256:${'0'.repeat(64)}', gen_random_uuid(),
      '2026-08-02T06:00:01Z', 'second officer')`)
  const of = { id, number, kind, manufacturer_id: maker, programme, year, assessment_id, release_id, rehearsal: false }
  const said = { subject, findings, reasons, follows, prepared_at, prepared_by }
  return { ...of, ...said, decided: null, standings: [], standings_before: [] }
}
