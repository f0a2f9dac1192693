import type { TableWanted } from '#shared/api/keeping.ts'
import { useText } from '../../app/text.ts'
import { KeepMenu, KeptNote } from '../../lab/kept-file.tsx'
import { useLab } from '../../lab/lab-context.tsx'
import { useKeep } from '../../lab/use-keep.ts'

/** Keeps a table as a workbook or as CSV and says where it lies. @param make the table as it stands now */
export function KeepTable({ make }: { readonly make: () => Pick<TableWanted, 'name' | 'sheets'> }) {
  const t = useText()
  const client = useLab()
  const keep = useKeep()
  return (
    <>
      <KeptNote keep={keep} />
      <KeepMenu
        size="xs"
        label={t('monitor.keep')}
        busy={keep.busy}
        onKeep={(format) => keep.run(() => client.table.write({ ...make(), format }))}
      />
    </>
  )
}
