/** The list of who came as a workbook or a text table, in the output folder. */
import { Button, Menu } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import type { KeptFile, TableWanted } from '#shared/api/keeping.ts'
import type { Session } from '#shared/model/session.ts'
import { attendanceLines } from '#shared/rules/attendance.ts'
import { formatMoment } from '#shared/rules/dates.ts'
import { useLanguage, useText } from '../../../app/text.ts'
import { useAbout, useLab } from '../../../lab/lab-context.tsx'
import { type Trouble, troubleOf } from '../../../lab/refusal.ts'
import { ErrorBanner } from '../../../parts/index.ts'
import css from './attendance.module.css'
import type { AttendanceDesk } from './use-attendance.ts'

export function AttendanceExport({ session, desk }: { readonly session: Session; readonly desk: AttendanceDesk }) {
  const t = useText()
  const client = useLab()
  const about = useAbout()
  const wanted = useWanted(session, desk)
  const [kept, setKept] = useState<KeptFile | null>(null)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const attempt = (act: () => Promise<unknown>): void => {
    setTrouble(null)
    act().catch((error: unknown) => setTrouble(troubleOf(error)))
  }
  const write = (format: TableWanted['format']) => attempt(async () => setKept(await client.table.write(wanted(format))))
  const download = async ({ file, name }: KeptFile) => {
    const found = await client.document.file({ file })
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob([await found.arrayBuffer()], { type: found.type }))
    link.download = name
    link.click()
    // The browser reads it after the click.
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
  }
  // Writing into the output folder is for the person at this machine.
  if (about?.reach !== 'host' || desk.people.length === 0) return null
  return (
    <>
      {kept !== null && (
        <span className={css.kept} role="status">
          {t('record.exported', { name: kept.name })}
          {about.canReveal && (
            <Button variant="subtle" size="compact-xs" onClick={() => attempt(() => client.document.reveal({ file: kept.file }))}>
              {t('record.reveal')}
            </Button>
          )}
          {about.door === 'browser' && (
            <Button variant="subtle" size="compact-xs" onClick={() => attempt(() => download(kept))}>
              {t('record.download')}
            </Button>
          )}
        </span>
      )}
      {trouble !== null && <ErrorBanner {...trouble} />}
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" size="xs" leftSection={<IconDownload size={16} stroke={1.75} aria-hidden />}>
            {t('record.export')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => write('xlsx')}>{t('record.exportXlsx')}</Menu.Item>
          <Menu.Item onClick={() => write('csv')}>{t('record.exportCsv')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  )
}

function useWanted(session: Session, { groups }: AttendanceDesk): (format: TableWanted['format']) => TableWanted {
  const t = useText()
  const language = useLanguage()
  return (format) => {
    const lines = attendanceLines(groups, {
      state: (mark) => t(`record.${mark?.state ?? 'unasked'}`),
      time: (moment) => formatMoment(moment, language, session.timeZone),
    })
    const people = {
      name: t('record.attendance'),
      columns: (['colName', 'colUnit', 'colPosition', 'colState', 'colTime'] as const).map((key) => ({
        label: t(`record.${key}`),
        format: 'text' as const,
      })),
      rows: lines.map((line) => [...line]),
    }
    const units = {
      name: t('record.byUnit'),
      columns: [
        { label: t('record.colUnit'), format: 'text' as const },
        { label: t('record.colPresent'), format: 'number' as const },
        { label: t('record.colInvited'), format: 'number' as const },
      ],
      rows: groups.map(({ unit, rows, present }) => [unit?.name ?? t('record.noUnit'), present, rows.length]),
    }
    // A text file holds one table.
    const sheets = format === 'csv' ? [people] : [people, units]
    const name = t('record.exportName', { title: [session.date, session.title].filter((part) => part !== '').join(' ') })
    return { name: name.slice(0, 200), format, sheets }
  }
}
