/** The list as a text for WhatsApp, as a workbook and as CSV. */
import { Button, Menu } from '@mantine/core'
import { IconChevronDown, IconFileExport } from '@tabler/icons-react'
import { useState } from 'react'
import type { KeptFile } from '#shared/api/keeping.ts'
import type { Reward } from '#shared/model/session.ts'
import { rewardText } from '#shared/rules/chat-reward.ts'
import type { RewardFacts, RewardList } from '#shared/rules/rewards.ts'
import { useLanguage, useText } from '../../app/text.ts'
import { ChatText } from '../../chat/chat-text.tsx'
import { useAbout, useLab } from '../../lab/lab-context.tsx'
import { useOpenLab } from '../../lab/open-lab.tsx'
import { type Trouble, troubleOf } from '../../lab/refusal.ts'
import { regionName } from '../../lab/region-name.ts'
import { ErrorBanner } from '../../parts/index.ts'
import { rewardSheet } from './export-table.ts'
import css from './rewards.module.css'
import { GatherTeams } from './team-names.tsx'

export type Listed = { readonly reward: Reward; readonly list: RewardList }
type Format = 'xlsx' | 'csv'

export const RewardChat = ({ reward, list, facts }: Listed & { readonly facts: RewardFacts }) => {
  const t = useText()
  const language = useLanguage()
  return <ChatText size="xs" label={t('rewards.copy')} make={() => rewardText(reward, list, facts.today, language)} />
}

type Progress =
  | { readonly state: 'idle' }
  | { readonly state: 'reading'; readonly format: Format }
  | { readonly state: 'kept'; readonly kept: KeptFile }
  | { readonly state: 'failed'; readonly trouble: Trouble }

/** A CSV holds one table, so it takes the reward that is open; a workbook takes all. `report` says how it went. */
export function useExport(all: readonly Listed[], open: Listed | undefined) {
  const t = useText()
  const language = useLanguage()
  const client = useLab()
  const { lab, stages } = useOpenLab()
  const [progress, setProgress] = useState<Progress>({ state: 'idle' })
  const of = (format: Format) => (format === 'xlsx' || open === undefined ? all : [open])
  const write = (format: Format, teams: ReadonlyMap<string, readonly string[]>) => {
    const sheets = of(format).map(({ reward, list }, at) =>
      rewardSheet(reward, list, at, { teams, wording: { t, language, stages, to: reward.to } }),
    )
    const name = t('rewards.fileName', { region: regionName(lab, t) })
    client.table
      .write({ name, format, sheets })
      .then((kept) => setProgress({ state: 'kept', kept }))
      .catch((error: unknown) => setProgress({ state: 'failed', trouble: troubleOf(error) }))
  }
  const wanted = (format: Format): readonly string[] => [
    ...new Set(of(format).flatMap(({ reward, list }) => (reward.to === 'innovation' ? list.given.map(({ id }) => id) : []))),
  ]
  const failed = (trouble: Trouble) => setProgress({ state: 'failed', trouble })
  return {
    busy: progress.state === 'reading',
    start: (format: Format) => setProgress({ state: 'reading', format }),
    report: (
      <>
        {progress.state === 'reading' && (
          <GatherTeams innovations={wanted(progress.format)} onDone={(teams) => write(progress.format, teams)} />
        )}
        {progress.state === 'kept' && <Kept kept={progress.kept} onFailed={failed} />}
        {progress.state === 'failed' && <ErrorBanner {...progress.trouble} />}
      </>
    ),
  }
}

export function ExportMenu({ busy, onStart }: { readonly busy: boolean; readonly onStart: (format: Format) => void }) {
  const t = useText()
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="default"
          disabled={busy}
          leftSection={<IconFileExport size={16} stroke={1.75} aria-hidden />}
          rightSection={<IconChevronDown size={14} stroke={1.75} aria-hidden />}
        >
          {t('rewards.export')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => onStart('xlsx')}>{t('rewards.xlsx')}</Menu.Item>
        <Menu.Item onClick={() => onStart('csv')}>{t('rewards.csv')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

function Kept({ kept: { file, name }, onFailed }: { readonly kept: KeptFile; readonly onFailed: (trouble: Trouble) => void }) {
  const t = useText()
  const client = useLab()
  const about = useAbout()
  const attempt = (work: () => Promise<unknown>) => void work().catch((error: unknown) => onFailed(troubleOf(error)))
  const fetchFile = async () => {
    const found = await client.document.file({ file })
    const url = URL.createObjectURL(new Blob([await found.arrayBuffer()], { type: found.type }))
    const link = document.createElement('a')
    link.href = url
    link.download = name
    link.click()
    // The browser has taken hold of the file once the click is through.
    setTimeout(() => URL.revokeObjectURL(url), 10_000)
  }
  return (
    <p className={css.kept} role="status">
      <span>{t('rewards.kept', { file })}</span>
      {about?.canReveal && (
        <button type="button" className={css.plain} onClick={() => attempt(() => client.document.reveal({ file }))}>
          {t('rewards.openFolder')}
        </button>
      )}
      {about?.door === 'browser' && (
        <button type="button" className={css.plain} onClick={() => attempt(fetchFile)}>
          {t('rewards.download')}
        </button>
      )}
    </p>
  )
}
