/** What a visitor takes away. */
export type ExportForm = 'printList' | 'printPage' | 'svg' | 'png' | 'csv';

/** What a visitor does to a chart beyond opening, moving and zooming it. */
export interface ChartActions {
  /** Shows the details of a unit. */
  select(id: string): Promise<void>;
  /** Closes the details; the focus goes back to the card. */
  close(): Promise<void>;
  /** What a visitor takes away is made by a script that is loaded for it. */
  export(form: ExportForm): void;
  toggleFullscreen(): void;
  /** What is said where the page around may forbid what was wanted last. */
  renderKept(): unknown;
  /** Escape closes what can be taken away. */
  closeExport(event: KeyboardEvent): void;
}

export interface ActionsHost {
  /** Does what a visitor asks for: at once, or once the script for it is there. */
  withInput(what: (input: ChartActions) => unknown): Promise<void>;
}
