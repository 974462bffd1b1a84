export { ForOthersScreen } from "./for-others-screen.tsx";
export { nextPerson } from "./next-person.tsx";
export { OfficeScreen } from "./office-screen.tsx";
export { ReceiptScreen } from "./receipt-screen.tsx";
export { SendingScreen } from "./sending-screen.tsx";
