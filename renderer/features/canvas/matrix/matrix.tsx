/** The matrix as a map, with the list beside it or everything about the item that is selected. */
import { useMemo, useRef, useState } from 'react'
import type { Item } from '#shared/model/lab.ts'
import { placeOf } from '#shared/rules/matrix.ts'
import { useBoth } from '../../../app/text.ts'
import { useSessionOf } from '../session.tsx'
import { Teach } from '../teach.tsx'
import { AddItem } from './add-item.tsx'
import type { At } from './edits.ts'
import { ItemForm } from './item-form.tsx'
import { MatrixMap } from './map.tsx'
import style from './matrix.module.css'
import { MatrixList } from './matrix-list.tsx'
import { Starters } from './starters.tsx'
import { Tray } from './tray.tsx'
import { useMatrix } from './use-matrix.ts'

export function Matrix() {
  const { def, items, selection, select } = useSessionOf('matrix')
  const acts = useMatrix()
  const both = useBoth()
  const square = useRef<HTMLDivElement>(null)
  const tray = useRef<HTMLDivElement>(null)
  const [pile, setPile] = useState<At | null>(null)
  const waiting = useMemo(() => acts.numbered.filter(({ quadrant }) => quadrant === null).map(({ item }) => item), [acts.numbered])
  const active = items.find((item) => item.id === selection.active)
  const inPile = (item: Item): boolean => {
    const place = placeOf(def, item)
    return pile !== null && place !== null && place.x === pile.x && place.y === pile.y
  }
  const piled = pile === null ? [] : items.filter(inPile)
  const openPile = (at: At): void => {
    select([], null)
    setPile(at)
  }
  return (
    <div className={style.both}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a map larger than the page is scrolled by keys as well */}
      <section className={style.figure} aria-label={both(def.title)} tabIndex={0}>
        {waiting.length === 0 ? null : <Tray acts={acts} items={waiting} square={square} ref={tray} />}
        <MatrixMap acts={acts} square={square} tray={tray} openPile={openPile} />
      </section>
      <div className={style.side}>
        {active === undefined ? (
          <>
            {acts.readOnly ? null : <AddItem acts={acts} />}
            <Starters acts={acts} />
            {items.length === 0 ? <Teach /> : null}
            <MatrixList acts={acts} only={piled.length > 1 ? new Set(piled.map((item) => item.id)) : null} showAll={() => setPile(null)} />
          </>
        ) : (
          <ItemForm key={active.id} item={active} acts={acts} close={() => select([], null)} />
        )}
      </div>
    </div>
  )
}
