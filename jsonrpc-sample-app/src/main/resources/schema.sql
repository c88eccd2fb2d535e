create table orders (
	id       bigint generated always as identity primary key,
	symbol   varchar(5)     not null,
	side     varchar(4)     not null,
	quantity int            not null,
	price    decimal(10, 2) not null,
	status   varchar(9)     not null
);
