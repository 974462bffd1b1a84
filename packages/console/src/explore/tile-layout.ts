/** A municipality as a square: a picture of the country in which each weighs the same. */
export interface Tile {
  /** Two-digit code of the municipality. */
  readonly code: string;
  readonly row: number;
  readonly column: number;
  /** At most eleven characters; "r." is a district beside a city of the same name. */
  readonly short: string;
  /** Three letters, for narrow screens. */
  readonly letters: string;
}

/** Where each of the 60 municipalities stands: rows from the north, columns from the sea. */
export const tileLayout: readonly Tile[] = (
  [
    ["75", 0, 1, "Skuodas", "SKU"],
    ["61", 0, 2, "Mažeikiai", "MAŽ"],
    ["32", 0, 3, "Akmenė", "AKM"],
    ["47", 0, 4, "Joniškis", "JNŠ"],
    ["67", 0, 6, "Pasvalys", "PAS"],
    ["36", 0, 7, "Biržai", "BRŽ"],
    ["25", 1, 0, "Palanga", "PAL"],
    ["56", 1, 1, "Kretinga", "KRE"],
    ["68", 1, 2, "Plungė", "PLU"],
    ["78", 1, 3, "Telšiai", "TEL"],
    ["91", 1, 4, "Šiauliai r.", "ŠIr"],
    ["65", 1, 5, "Pakruojis", "PKR"],
    ["27", 1, 6, "Panevėžys", "PAN"],
    ["57", 1, 7, "Kupiškis", "KUP"],
    ["73", 1, 8, "Rokiškis", "ROK"],
    ["21", 2, 0, "Klaipėda", "KLP"],
    ["55", 2, 1, "Klaipėda r.", "KLr"],
    ["74", 2, 2, "Rietavas", "RIE"],
    ["54", 2, 3, "Kelmė", "KEL"],
    ["29", 2, 4, "Šiauliai", "ŠIA"],
    ["71", 2, 5, "Radvilišk.", "RAD"],
    ["66", 2, 6, "Panevėž. r.", "PNr"],
    ["34", 2, 7, "Anykščiai", "ANY"],
    ["82", 2, 8, "Utena", "UTE"],
    ["43", 2, 9, "Zarasai", "ZAR"],
    ["23", 3, 0, "Neringa", "NER"],
    ["88", 3, 1, "Šilutė", "ŠLT"],
    ["87", 3, 2, "Šilalė", "ŠLL"],
    ["77", 3, 3, "Tauragė", "TAU"],
    ["72", 3, 4, "Raseiniai", "RAS"],
    ["53", 3, 5, "Kėdainiai", "KĖD"],
    ["81", 3, 6, "Ukmergė", "UKM"],
    ["62", 3, 7, "Molėtai", "MOL"],
    ["45", 3, 8, "Ignalina", "IGN"],
    ["30", 3, 9, "Visaginas", "VIS"],
    ["63", 4, 2, "Pagėgiai", "PAG"],
    ["94", 4, 3, "Jurbarkas", "JUR"],
    ["52", 4, 4, "Kaunas r.", "KNr"],
    ["46", 4, 5, "Jonava", "JNV"],
    ["89", 4, 6, "Širvintos", "ŠRV"],
    ["41", 4, 7, "Vilnius r.", "VLr"],
    ["86", 4, 8, "Švenčion.", "ŠVE"],
    ["84", 5, 3, "Šakiai", "ŠAK"],
    ["19", 5, 4, "Kaunas", "KNS"],
    ["49", 5, 5, "Kaišiad.", "KAI"],
    ["42", 5, 6, "Elektrėnai", "ELE"],
    ["13", 5, 7, "Vilnius", "VLN"],
    ["39", 6, 2, "Vilkavišk.", "VLK"],
    ["58", 6, 3, "Kazlų R.", "KAZ"],
    ["69", 6, 4, "Prienai", "PRI"],
    ["12", 6, 5, "Birštonas", "BIR"],
    ["79", 6, 6, "Trakai", "TRA"],
    ["85", 6, 7, "Šalčinin.", "ŠAL"],
    ["48", 7, 2, "Kalvarija", "KLV"],
    ["18", 7, 3, "Marijamp.", "MRJ"],
    ["11", 7, 4, "Alytus", "ALY"],
    ["33", 7, 5, "Alytus r.", "ALr"],
    ["38", 7, 6, "Varėna", "VAR"],
    ["59", 8, 4, "Lazdijai", "LAZ"],
    ["15", 8, 5, "Druskin.", "DRU"],
  ] as const
).map(([code, row, column, short, letters]) => ({ code, row, column, short, letters }));

export const tileRows = 1 + Math.max(...tileLayout.map(({ row }) => row));
export const tileColumns = 1 + Math.max(...tileLayout.map(({ column }) => column));
