/** What was stated, field by field, as a reader wants it told. */
import type { ReactNode } from 'react'
import type { Fact } from '../../pages/fact-list.tsx'
import type { Language } from '../../kernel/problem.ts'
import { dayText } from '../../pages/when.ts'
import type { Stated } from './content.ts'
import { countryName } from './country.ts'
import { recordWordsOf } from './record-words.ts'

/** Without the days, which `daysOf` tells. */
export function factsOf({ content }: Stated, language: Language): readonly Fact[] {
  const words = recordWordsOf(language)
  return Object.entries(content)
    .filter(([name, value]) => value !== null && name !== 'from_on' && name !== 'until_on')
    .map(([name, value]) => ({
      name: words.fields[name as keyof typeof words.fields],
      value: shown(name, String(value), language),
    }))
}

function shown(name: string, value: string, language: Language): ReactNode {
  if (name === 'basis') return recordWordsOf(language).basis[value === 'own' ? 'own' : 'contract'].label
  if (name === 'country') return countryName(value, language)
  if (name === 'share_percent') return <bdi dir="ltr">{value}%</bdi>
  return <bdi>{value}</bdi>
}

export function daysOf({ content: { from_on, until_on } }: Stated, language: Language): string {
  const words = recordWordsOf(language)
  const from = dayText(from_on, language)
  return until_on === null ? words.since(from) : words.fromTo(from, dayText(until_on, language))
}

/** By which a reader knows it in a list. */
export function nameOf(stated: Stated): string {
  return stated.kind === 'brand' ? stated.content.brand : stated.content.name
}

/** What stands beside the name in a list, and in a table for a spreadsheet. */
export function besideName(stated: Stated, language: Language): string {
  switch (stated.kind) {
    case 'site':
      return [stated.content.makes, stated.content.district, stated.content.locode ?? ''].filter(Boolean).join(' · ')
    case 'contact':
      return [stated.content.role, stated.content.phone, stated.content.email].join(' · ')
    case 'brand':
      return [recordWordsOf(language).basis[stated.content.basis].label, stated.content.owner].join(' · ')
    case 'owner':
      return `${stated.content.share_percent}% · ${countryName(stated.content.country, language) ?? ''}`
  }
}
