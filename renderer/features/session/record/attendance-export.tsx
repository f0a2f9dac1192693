/** The list of who came as a workbook or a text table, in the output folder. */
import type { TableWanted } from '#shared/api/keeping.ts'
import type { Session } from '#shared/model/session.ts'
import { attendanceLines } from '#shared/rules/attendance.ts'
import { formatMoment } from '#shared/rules/dates.ts'
import { useLanguage, useText } from '../../../app/text.ts'
import { KeepMenu, KeptNote } from '../../../lab/kept-file.tsx'
import { useAbout, useLab } from '../../../lab/lab-context.tsx'
import { useKeep } from '../../../lab/use-keep.ts'
import type { AttendanceDesk } from './use-attendance.ts'

export function AttendanceExport({ session, desk }: { readonly session: Session; readonly desk: AttendanceDesk }) {
  const t = useText()
  const client = useLab()
  const about = useAbout()
  const wanted = useWanted(session, desk)
  const keep = useKeep()
  // Writing into the output folder is for the person at this machine.
  if (about?.reach !== 'host' || desk.people.length === 0) return null
  return (
    <>
      <KeptNote keep={keep} />
      <KeepMenu
        size="xs"
        label={t('record.export')}
        xlsx={t('record.exportXlsx')}
        csv={t('record.exportCsv')}
        busy={keep.busy}
        onKeep={(format) => keep.run(() => client.table.write(wanted(format)))}
      />
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
