/** How the document is printed: form, paper, language, letterhead, who signs, date. Only what this document knows is asked. */
import { NativeSelect, TextInput } from '@mantine/core'
import { type DocumentDef, kopKinds } from '#shared/model/pack.ts'
import { useBoth, useText } from '../../app/text.ts'
import { useOpenLab } from '../../lab/open-lab.tsx'
import { Segmented } from '../../parts/index.ts'
import css from './panel.module.css'
import { officialBlanks, type Print } from './print.ts'

type Props = { readonly def: DocumentDef | undefined; readonly print: Print & { readonly chooseVariant: (key: string) => void } }

export function Options({ def, print }: Props) {
  const t = useText()
  const both = useBoth()
  const kop = kopKinds.find((one) => one === def?.kop) ?? 'perangkat_daerah'
  return (
    <div className={css.options}>
      {def !== undefined && def.variants.length > 0 && (
        <Choice
          label={t('documents.variant')}
          value={print.variant || (def.variants[0]?.key ?? '')}
          data={def.variants.map(({ key, label }) => ({ value: key, label: both(label) }))}
          choose={print.chooseVariant}
        />
      )}
      <span>{t('documents.paper')}</span>
      {def?.paper === undefined ? (
        <Segmented
          label={t('documents.paper')}
          value={print.paper}
          segments={[
            { value: 'A4', label: <span title={t('documents.a4')}>A4</span> },
            { value: 'F4', label: <span title={t('documents.f4')}>F4</span> },
          ]}
          onChange={(paper) => print.change({ paper })}
        />
      ) : (
        <b className={css.fixed}>{t('documents.ownPaper', { paper: def.paper })}</b>
      )}
      {def?.paper === undefined && <small>{t(print.paper === 'A4' ? 'documents.a4' : 'documents.f4')}</small>}
      <span>{t('documents.language')}</span>
      <Segmented
        label={t('documents.language')}
        value={print.language}
        segments={[
          { value: 'id', label: t('documents.indonesian') },
          { value: 'en', label: t('documents.english') },
        ]}
        onChange={(language) => print.change({ language })}
      />
      <Choice
        label={t('documents.kop')}
        value={print.kop}
        data={[
          { value: '', label: t('documents.kopOwn', { kop: t(`documents.kop_${kop}`) }) },
          ...kopKinds.map((one) => ({ value: one, label: t(`documents.kop_${one}`) })),
        ]}
        choose={(value) => print.change({ kop: kopKinds.find((one) => one === value) ?? '' })}
      />
      <Officials def={def} print={print} />
      <TextInput
        className={css.wide ?? ''}
        type="date"
        label={t('documents.date')}
        description={t('documents.dateHint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={print.date}
        onChange={({ currentTarget }) => print.change({ date: currentTarget.value })}
      />
    </div>
  )
}

function Officials({ def, print }: Pick<Props, 'def' | 'print'>) {
  const t = useText()
  const { officials } = useOpenLab().lab
  const blanks = officialBlanks(def)
  if (blanks === 0) return null
  if (officials.length === 0) return <small>{t('documents.officialsNone')}</small>
  return Array.from({ length: blanks }, (_, at) => (
    <Choice
      // biome-ignore lint/suspicious/noArrayIndexKey: a blank is known by its place
      key={at}
      label={blanks === 1 ? t('documents.official') : t('documents.officialNth', { n: at + 1 })}
      value={print.officials[at] ?? ''}
      data={[
        { value: '', label: t('documents.officialBlank') },
        ...officials.map(({ id, name, position }) => ({
          value: id,
          label: [position, name].filter((part) => part.trim() !== '').join(', '),
        })),
      ]}
      choose={(id) => {
        const next = Array.from({ length: Math.max(blanks, print.officials.length) }, (_, n) =>
          n === at ? id : (print.officials[n] ?? ''),
        )
        print.change({ officials: next })
      }}
    />
  ))
}

function Choice({
  label,
  value,
  data,
  choose,
}: {
  readonly label: string
  readonly value: string
  readonly data: { value: string; label: string }[]
  readonly choose: (value: string) => void
}) {
  return (
    <>
      <span aria-hidden>{label}</span>
      <NativeSelect
        size="xs"
        className={css.choose ?? ''}
        aria-label={label}
        value={value}
        onChange={({ currentTarget }) => choose(currentTarget.value)}
        data={data}
      />
    </>
  )
}
