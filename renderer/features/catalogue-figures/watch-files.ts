/** The list over succession as a table for a file and as a text for WhatsApp. */

import type { Watched } from '#shared/api/catalogue.ts'
import type { TableWanted } from '#shared/api/keeping.ts'
import type { Say } from '../../app/text.ts'

export type WatchWords = { readonly t: Say; readonly lab: (id: string) => string }

export const threatWord = (t: Say, threat: Watched['threats'][number]): string => t(`catalogueWords.th_${threat}`)
export const doWord = (t: Say, threat: Watched['threats'][number]): string => t(`catalogueWords.do_${threat}`)

export function watchTable(rows: readonly Watched[], { t, lab }: WatchWords): TableWanted['sheets'] {
  const text = (label: string) => ({ label, format: 'text' as const })
  return [
    {
      name: t('catalogueWords.watchSheet'),
      columns: [
        text(t('catalogueWords.name')),
        text(t('catalogueWords.unit')),
        text(t('catalogueWords.watchLab')),
        text(t('catalogueWords.watchStanding')),
        text(t('catalogueWords.watchThreats')),
        text(t('catalogueWords.watchDo')),
        text(t('catalogueWords.watchUnknown')),
      ],
      rows: rows.map((row) => [
        row.name,
        row.unit,
        lab(row.lab),
        t(`catalogueWords.st_${row.standing}`),
        row.threats.map((threat) => threatWord(t, threat)).join('; '),
        row.threats.map((threat) => doWord(t, threat)).join(' '),
        row.unknown.map((threat) => t(`catalogueWords.q_${threat}`)).join('; '),
      ]),
    },
  ]
}

/** A message stays readable up to here; the rest is counted. */
const mostInChat = 30
/** Stars and underscores would turn the rest bold or slanted. */
const plain = (text: string): string => text.replaceAll(/[*_~`]/gu, ' ').trim()

/** Inside a sentence; `SOP` stays as it is. */
const lowered = (text: string): string => `${text.charAt(0).toLowerCase()}${text.slice(1)}`

export function watchChat(rows: readonly Watched[], { t }: WatchWords): string {
  const lines = rows.slice(0, mostInChat).map((row, at) => {
    const what =
      row.threats.length === 0 ? t('catalogueWords.watchUnknown') : row.threats.map((threat) => lowered(threatWord(t, threat))).join(', ')
    return `${at + 1}. ${plain(row.name)}${row.unit === '' ? '' : ` (${plain(row.unit)})`}: ${what}`
  })
  const left = rows.length - lines.length
  return [
    t('catalogueFigures.chatHead', { n: rows.length }),
    [...lines, ...(left > 0 ? [t('catalogueFigures.chatMore', { n: left })] : [])].join('\n'),
    t('catalogueFigures.chatFoot'),
  ].join('\n\n')
}
