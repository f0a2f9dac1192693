/** The list as a text for WhatsApp, as a workbook and as CSV. */
import { useState } from 'react'
import type { TableWanted } from '#shared/api/keeping.ts'
import type { Reward } from '#shared/model/session.ts'
import { rewardText } from '#shared/rules/chat-reward.ts'
import type { Award } from '#shared/rules/reward-history.ts'
import type { RewardFacts, RewardList } from '#shared/rules/rewards.ts'
import { useLanguage, useText } from '../../app/text.ts'
import { ChatText } from '../../chat/chat-text.tsx'
import { KeepMenu, KeptNote } from '../../lab/kept-file.tsx'
import { useLab } from '../../lab/lab-context.tsx'
import { useOpenLab } from '../../lab/open-lab.tsx'
import { regionName } from '../../lab/region-name.ts'
import { useKeep } from '../../lab/use-keep.ts'
import { historySheets, rewardSheet } from './export-table.ts'
import { GatherLabs } from './gather-labs.tsx'
import { GatherTeams } from './team-names.tsx'

export type Listed = { readonly reward: Reward; readonly list: RewardList }
type Format = TableWanted['format']

export const RewardChat = ({ reward, list, facts }: Listed & { readonly facts: RewardFacts }) => {
  const t = useText()
  const language = useLanguage()
  return <ChatText size="xs" label={t('rewards.copy')} make={() => rewardText(reward, list, facts.today, language)} />
}

/** A CSV holds one table, so it takes the reward that is open; a workbook takes all. `report` says how it went. */
export function useExport(all: readonly Listed[], open: Listed | undefined) {
  const t = useText()
  const language = useLanguage()
  const client = useLab()
  const { lab, stages } = useOpenLab()
  const keep = useKeep()
  // The teams are read first; null while nobody asked for a file.
  const [reading, setReading] = useState<Format | null>(null)
  const of = (format: Format) => (format === 'xlsx' || open === undefined ? all : [open])
  // Of a workbook what every lab gave is read as well; null while it was not.
  const [awards, setAwards] = useState<readonly Award[] | null>(null)
  const write = (format: Format, teams: ReadonlyMap<string, readonly string[]>) => {
    const lists = of(format).map(({ reward, list }, at) =>
      rewardSheet(reward, list, at, { teams, wording: { t, language, stages, to: reward.to } }),
    )
    const sheets = format === 'xlsx' ? [...lists, ...historySheets(awards ?? [], t)] : lists
    const name = t('rewards.fileName', { region: regionName(lab, t) })
    setReading(null)
    keep.run(() => client.table.write({ name, format, sheets }))
  }
  const wanted = (format: Format): readonly string[] => [
    ...new Set(of(format).flatMap(({ reward, list }) => (reward.to === 'innovation' ? list.given.map(({ id }) => id) : []))),
  ]
  return {
    busy: reading !== null || keep.busy,
    start: (format: Format) => {
      keep.forget()
      setAwards(null)
      setReading(format)
    },
    report: (
      <>
        {reading === 'xlsx' && awards === null && <GatherLabs onDone={setAwards} />}
        {reading !== null && (reading === 'csv' || awards !== null) && (
          <GatherTeams innovations={wanted(reading)} onDone={(teams) => write(reading, teams)} />
        )}
        <KeptNote keep={keep} />
      </>
    ),
  }
}

export function ExportMenu({ busy, onStart }: { readonly busy: boolean; readonly onStart: (format: Format) => void }) {
  const t = useText()
  return <KeepMenu label={t('rewards.export')} xlsx={t('rewards.xlsx')} csv={t('rewards.csv')} busy={busy} onKeep={onStart} />
}
