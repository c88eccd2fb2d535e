import { WebSocketProvider } from 'ethers';

// Follows blocks to the end of the subscription, then logs, and prints what it saw.

process.on('unhandledRejection', (error) => {
	console.error(error);
	process.exit(2);
});

const provider = new WebSocketProvider(process.argv[2]);

const seen = (event, count) => new Promise((resolve) => {
	const values = [];
	provider.on(event, (value) => {
		values.push(value);
		if (values.length === count) {
			resolve(values);
		}
	});
});

const blocks = await seen('block', 3);
// what came before this answer, such as the end, has not confused anybody
const latest = await provider.getBlockNumber();
await provider.off('block');
const [log] = await seen({ address: '0x' + '11'.repeat(20) }, 1);
const { chainId } = await provider.getNetwork();
console.log(JSON.stringify({ chainId: Number(chainId), blocks, latest, log: log.address }));
await provider.destroy();
