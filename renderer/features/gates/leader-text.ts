/** The list a leader is asked to approve, by unit, as it is sent to a WhatsApp group. */
import type { Lab } from '#shared/model/lab.ts'
import type { Say } from '../../app/text.ts'
import type { LabStage } from '../../lab/open-lab.tsx'
import { regionName } from '../../lab/region-name.ts'
import type { GateRow } from './rows.ts'

/** Signs that WhatsApp reads as bold, italic and the like are left out of names, and so are line breaks. */
const plain = (text: string): string => text.replaceAll(/[*_~`\s]+/gu, ' ').trim()

type Wanted = {
  readonly stage: LabStage
  readonly lab: Lab
  readonly rows: readonly GateRow[]
  /** What is chosen; nothing chosen means everything not approved yet. */
  readonly picked: readonly GateRow[]
  readonly t: Say
}

export function leaderText({ stage, lab, rows, picked, t }: Wanted): string {
  const listed = picked.length > 0 ? picked : rows.filter(({ state }) => state !== 'done')
  const groups = new Map<string, GateRow[]>()
  for (const row of listed) {
    const unit = row.unit?.name ?? t('gates.noUnit')
    groups.set(unit, [...(groups.get(unit) ?? []), row])
  }
  const what = t(stage.key === 'design' ? 'gates.chatPlans' : 'gates.chatIdeas', { n: listed.length, units: groups.size })
  const lacking = listed.filter(({ gate }) => gate.missing.length > 0).length
  let number = 0
  const parts = [...groups].map(([unit, own]) =>
    [
      `*${plain(unit)}*`,
      ...own.map(({ one, gate }) => {
        number += 1
        const long = plain(one.longName) === '' ? '' : `: ${plain(one.longName)}`
        const open = gate.missing.length === 0 ? '' : ` (${t('gates.chatOpen')})`
        return `${number}. ${plain(one.name) || t('gates.unnamed')}${long}${open}`
      }),
    ].join('\n'),
  )
  return [
    `*${t('gates.chatTitle', { leader: plain(lab.leader.title) || t('innovation.leader') })}*`,
    t('gates.chatLab', { region: plain(regionName(lab, t)), jilid: lab.jilid, year: lab.year }),
    [what, lacking === 0 ? '' : t('gates.chatLacking', { n: lacking })].filter((line) => line !== '').join(' '),
    ...parts,
    t('gates.chatAsk'),
  ].join('\n\n')
}
