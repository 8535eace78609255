/** Every number of a programme that holds on one day. */
import { displayDayText } from '@maqami/engine/explain/display.ts'
import { type Language, namesOf } from '@maqami/engine/explain/names.ts'
import { nameOf, voiceOf } from '@maqami/engine/explain/voice.ts'
import type { Programme } from '@maqami/engine/load/programme.ts'
import { type Day, formatDay } from '@maqami/engine/value/date.ts'
import { rowsOn } from './parameter-view.ts'

/** What a reader wrote for a day. */
export interface NotADay {
  readonly code: 'not_a_day'
  readonly place: string
  readonly text: string
}

export interface NumbersOnDay {
  readonly day: string
  readonly rows: readonly { readonly title: string; readonly keys: string; readonly value: string }[]
}

export function numbersOn(programme: Programme, day: Day, language: Language): NumbersOnDay {
  const voice = voiceOf(language, namesOf(programme))
  const rows = [...programme.parameters.values()].flatMap((parameter) =>
    rowsOn(voice, parameter, day).map(({ keys, value }, index) => ({
      title: index === 0 ? nameOf(voice, parameter.name, parameter.label) : '',
      keys: keys.join(' · '),
      value,
    })),
  )
  return { day: displayDayText(formatDay(day), language), rows }
}
